/** The search over everything: every kind of thing brings a source, and each finds only what the caller may see. */
@NullMarked
package id.ronda.dashboards.search;

import org.jspecify.annotations.NullMarked;
