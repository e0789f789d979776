/** XML from outside. */
package io.seikyu.documents.xml;
