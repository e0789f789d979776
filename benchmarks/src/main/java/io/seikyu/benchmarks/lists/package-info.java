/** How long lists take, over HTTP, when there is much to list. */
package io.seikyu.benchmarks.lists;
