using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Tells kinds of elementary streams by their first bytes.</summary>
internal static class ElementaryKind
{
    private const byte SequenceHeader = 0xB3;

    /// <summary>The stream type; null where the bytes begin with no start code, or with nothing that is known.</summary>
    public static byte? Of(ReadOnlySpan<byte> head)
    {
        var first = head.IndexOf(NalUnit.StartCode);
        if (first < 0 || head[..first].ContainsAnyExcept((byte)0))
            return null;
        var (isH264, videoSet, sequenceSet) = (false, false, false);
        for (var at = first; at >= 0 && at + 4 < head.Length;)
        {
            var (header, next) = (head[at + 3], head[at + 4]);
            if (header == SequenceHeader)
                return 0x02;
            // H.265: layer 0, temporal id 1, so the second byte is 01. H.264: a sequence parameter set and then a profile.
            videoSet |= header == 0x40 && next == 0x01;
            sequenceSet |= header == 0x42 && next == 0x01;
            isH264 |= (header & 0x9F) == 7 && next is 66 or 77 or 88 or 100 or 110 or 122 or 244 or 44 or 83 or 86 or 118 or 128;
            if (videoSet && sequenceSet)
                return VideoTimeReader.H265;
            if (isH264)
                return VideoTimeReader.H264;
            var step = head[(at + 3)..].IndexOf(NalUnit.StartCode);
            at = step < 0 ? -1 : at + 3 + step;
        }
        return null;
    }
}
