/** What people see: the web pages, the wall board, reports, and what is placed in Grafana. */
@NullMarked
package id.ronda.dashboards;

import org.jspecify.annotations.NullMarked;
