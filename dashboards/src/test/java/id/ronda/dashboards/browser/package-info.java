/** A real browser, driven by its own protocol. */
@NullMarked
package id.ronda.dashboards.browser;

import org.jspecify.annotations.NullMarked;
