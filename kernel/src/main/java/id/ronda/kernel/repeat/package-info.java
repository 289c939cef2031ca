/** Requests that come twice: what was answered the first time, kept for a day under the caller's own key. */
@NullMarked
package id.ronda.kernel.repeat;

import org.jspecify.annotations.NullMarked;
