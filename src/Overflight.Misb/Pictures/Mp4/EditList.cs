namespace Overflight.Misb.Pictures.Mp4;

/// <summary>The edit list of a track (ISO/IEC 14496-12, 8.6.6): when its media begins.</summary>
internal static class EditList
{
    /// <summary>What is added to composition times, in units of the media's time scale: less where the presentation begins inside the media, more where it begins with nothing.</summary>
    /// <param name="track">The body of box trak.</param>
    /// <param name="movieScale">Units of the movie's time scale a second, in which empty edits are given.</param>
    /// <param name="mediaScale">Units of the media's time scale a second.</param>
    /// <exception cref="InvalidDataException">The list has several parts of the media, or plays them at another rate.</exception>
    public static long ShiftOf(ReadOnlySpan<byte> track, uint movieScale, uint mediaScale)
    {
        if (!BoxReader.TryFind(track, "edts/elst", out var body))
            return 0;
        var reader = new TableReader(body, "elst");
        var isLong = reader.Version() == 1;
        var (empty, begin, parts) = (Int128.Zero, 0L, 0);
        for (var entries = reader.Count(isLong ? 20 : 12); entries > 0; entries--)
        {
            var duration = isLong ? reader.Int64() : reader.UInt32();
            var media = isLong ? reader.Int64() : reader.Int32();
            var rate = reader.Int32();
            if (media < 0 && parts == 0)
                empty += duration;
            else if (media >= 0 && (++parts > 1 || rate != 1 << 16))
                throw new InvalidDataException("has an edit list of several parts or another rate; copy it first: ffmpeg -i FILE -c copy COPY.ts");
            else
                begin = Math.Max(media, begin);
        }
        var shift = (movieScale == 0 ? 0 : empty * mediaScale / movieScale) - begin;
        return shift > long.MaxValue / 4 || shift < long.MinValue / 4 ? throw new InvalidDataException("is damaged: its edit list reaches too far") : (long)shift;
    }
}
