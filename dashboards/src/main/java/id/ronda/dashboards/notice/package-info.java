/** What concerns the person who looks: what ends soon, what went wrong meanwhile. Made when asked for; nothing is stored. */
@NullMarked
package id.ronda.dashboards.notice;

import org.jspecify.annotations.NullMarked;
