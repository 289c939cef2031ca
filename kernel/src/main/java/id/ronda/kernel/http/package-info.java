/** The HTTP server: the rules every request passes, problems as answers, and the grammar of lists and bodies. */
@NullMarked
package id.ronda.kernel.http;

import org.jspecify.annotations.NullMarked;
