/** Tests of notices. */
@NullMarked
package id.ronda.dashboards.notice;

import org.jspecify.annotations.NullMarked;
