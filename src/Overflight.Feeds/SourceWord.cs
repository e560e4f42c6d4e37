using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Reads words for how a position came to be known: readsb's (README-json.md, <c>type</c>), radar and flarm.</summary>
internal static class SourceWord
{
    public static FixSource Read(ReadOnlySpan<byte> word)
    {
        if (word.StartsWith("adsb"u8))
            return FixSource.Adsb;
        if (word.StartsWith("mlat"u8))
            return FixSource.Mlat;
        if (word.StartsWith("adsr"u8))
            return FixSource.Adsr;
        if (word.StartsWith("tisb"u8))
            return FixSource.Tisb;
        if (word.StartsWith("adsc"u8))
            return FixSource.Adsc;
        if (word.SequenceEqual("radar"u8))
            return FixSource.Radar;
        if (word.SequenceEqual("flarm"u8))
            return FixSource.Gnss;
        return word.IsEmpty || word.SequenceEqual("unknown"u8) ? FixSource.Unknown : FixSource.Other;
    }
}
