/** A MongoDB server inside the process: derived data of a standalone instance, and the database of the tests. */
package io.seikyu.embedded;
