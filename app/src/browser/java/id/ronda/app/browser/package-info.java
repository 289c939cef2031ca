/** Tests in a real browser, built and run only with the Maven profile "browser". */
@NullMarked
package id.ronda.app.browser;

import org.jspecify.annotations.NullMarked;
