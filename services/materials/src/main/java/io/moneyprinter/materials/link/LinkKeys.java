package io.moneyprinter.materials.link;

import java.util.List;

/** The secrets that links are signed with. */
interface LinkKeys {

    /** Newest first: the first one signs, all of them prove. */
    List<byte[]> all();
}
