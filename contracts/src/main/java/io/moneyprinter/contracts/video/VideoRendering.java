package io.moneyprinter.contracts.video;

import io.moneyprinter.contracts.common.VideoId;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Makes a film piece by piece. Every piece is a pure function of the plan and named by the digest of all it shows:
 * asked for again, on any worker, it is not made twice.
 */
@HttpExchange
public interface VideoRendering {

    /**
     * Lays the film out in time and cuts it into chunks. Takes milliseconds, and seconds where the voice is to be faster or
     * slower.
     */
    @PostExchange("/internal/video/plans")
    RenderPlan plan(@RequestBody PlanRequest request);

    /** Renders one chunk of pictures; returns when it is stored. */
    @PostExchange("/internal/video/chunks")
    Rendition chunk(@RequestBody ChunkRequest request);

    /** Mixes narration and music for the whole film; returns when it is stored. */
    @PostExchange("/internal/video/mixes")
    Mix mix(@RequestBody PieceRequest request);

    /** Joins all chunks and the mix without encoding pictures again. Fails when a piece is not there. */
    @PostExchange("/internal/video/joins")
    Rendition join(@RequestBody PieceRequest request);

    /** The film as people get it: streamable, tagged, checked. */
    @PostExchange("/internal/video/optimised")
    Rendition optimise(@RequestBody PieceRequest request);

    /** A JPEG that stands for the film: a sharp picture in which nothing comes or goes. */
    @PostExchange("/internal/video/thumbnails")
    Rendition thumbnail(@RequestBody PieceRequest request);

    /** A small version for a quick look. */
    @PostExchange("/internal/video/previews")
    Rendition preview(@RequestBody PieceRequest request);

    /**
     * What settings come to. To be asked before work starts: it refuses everything in them that would stand in the way
     * of a film later, with the fields at fault, such as a platform's limits, a preset of captions that does not exist
     * or a title that no font can draw.
     */
    @PostExchange("/internal/video/profiles")
    OutputProfile profile(@RequestBody VideoSettings settings);

    /** The characters of texts that no font here can draw, each once. To be asked before texts are shown in a film. */
    @PostExchange("/internal/video/undrawable")
    List<String> undrawable(@RequestBody ShownTexts texts);

    /** Takes pictures or sound from the joined film. Fails when a piece is not there. */
    @PostExchange("/internal/video/extracts")
    Rendition extract(@RequestBody ExtractRequest request);

    /**
     * Writes the film in another way; needs the mix. Another codec or quality is rendered anew from the plan, without
     * loss; a smaller picture is scaled from the film's chunks; all else is only packed anew.
     */
    @PostExchange("/internal/video/conversions")
    Rendition convert(@RequestBody ConversionRequest request);

    /**
     * What a conversion would come to. To be asked before it starts: it refuses what cannot be written, with the fields
     * at fault, as {@link #convert} would.
     */
    @PostExchange("/internal/video/conversions/profiles")
    OutputProfile conversion(@RequestBody ConversionRequest request);

    /** Ends all that runs here for this video, within seconds; what is stored stays. */
    @DeleteExchange("/internal/video/videos/{video_id}")
    void cancel(@PathVariable("video_id") VideoId videoId);
}
