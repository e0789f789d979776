/** How far are the views, and what got stuck on the way? */
package io.seikyu.query.replay;
