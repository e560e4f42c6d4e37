namespace Overflight.Misb.Pictures.Mp4;

/// <summary>The samples of a track (ISO/IEC 14496-12, 8.6 to 8.7): where they lie and when they are.</summary>
internal static class SampleTable
{
    /// <summary>A sample.</summary>
    /// <param name="Offset">Where it lies in the file.</param>
    /// <param name="Length">Its bytes.</param>
    /// <param name="Decoding">Its decoding time, in units of the media's time scale.</param>
    /// <param name="Composition">Its composition time, in the same units.</param>
    /// <param name="IsSync">Whether decoding can begin with it.</param>
    /// <param name="Description">The number of its sample entry, from 1.</param>
    internal readonly record struct Sample(long Offset, long Length, long Decoding, long Composition, bool IsSync, int Description);

    /// <summary>Reads the table.</summary>
    /// <param name="table">The body of box stbl.</param>
    /// <param name="fileBytes">The length of the file, within which every sample must lie.</param>
    public static Sample[] Read(ReadOnlySpan<byte> table, long fileBytes)
    {
        var samples = Sizes(Box(table, "stsz"), fileBytes);
        Place(samples, table, fileBytes);
        Time(samples, Box(table, "stts"));
        if (BoxReader.TryFind(table, "ctts", out var compositions))
            Compose(samples, compositions);
        Mark(samples, BoxReader.TryFind(table, "stss", out var sync), sync);
        return samples;
    }

    private static ReadOnlySpan<byte> Box(ReadOnlySpan<byte> table, string name) =>
        BoxReader.TryFind(table, name, out var body) ? body : throw new InvalidDataException($"is damaged: its video has no box {name}");

    private static Sample[] Sizes(ReadOnlySpan<byte> body, long fileBytes)
    {
        var reader = new TableReader(body, "stsz");
        reader.Version();
        var common = reader.UInt32();
        var count = common == 0 ? reader.Count(4) : (int)Math.Min(reader.UInt32(), int.MaxValue);
        if (count > PictureSource.MostPictures)
            throw new InvalidDataException($"has {count:N0} pictures; at most {PictureSource.MostPictures:N0} are read, so cut it into parts");
        if (count > fileBytes / Math.Max(1, common))
            throw new InvalidDataException($"is cut short or damaged: {count:N0} pictures of {common:N0} bytes do not fit in it");
        var samples = new Sample[count];
        for (var i = 0; i < count; i++)
            samples[i] = new Sample(0, common == 0 ? reader.UInt32() : common, 0, 0, false, 1);
        return samples;
    }

    /// <summary>stsc gives runs of chunks with so many samples each, stco or co64 where the chunks begin.</summary>
    private static void Place(Sample[] samples, ReadOnlySpan<byte> table, long fileBytes)
    {
        var isLong = !BoxReader.TryFind(table, "stco", out var body);
        var chunks = new TableReader(isLong ? Box(table, "co64") : body, isLong ? "co64" : "stco");
        chunks.Version();
        var chunkCount = chunks.Count(isLong ? 8 : 4);
        var runs = new TableReader(Box(table, "stsc"), "stsc");
        runs.Version();
        var runCount = runs.Count(12);
        var (perChunk, description, nextFirst) = (0u, 1, runCount > 0 ? runs.UInt32() : uint.MaxValue);
        var at = 0;
        for (var chunk = 1u; chunk <= chunkCount && at < samples.Length; chunk++)
        {
            while (chunk == nextFirst)
            {
                (perChunk, description) = (runs.UInt32(), (int)Math.Min(runs.UInt32(), int.MaxValue));
                nextFirst = --runCount > 0 ? runs.UInt32() : uint.MaxValue;
            }
            var offset = isLong ? chunks.Int64() : chunks.UInt32();
            for (var i = 0u; i < perChunk && at < samples.Length; i++, at++)
            {
                var length = samples[at].Length;
                if (offset < 0 || offset > fileBytes || length > fileBytes - offset)
                    throw new InvalidDataException($"is cut short or damaged: picture {at + 1} lies at {offset}, past the end of the file");
                samples[at] = samples[at] with { Offset = offset, Description = description };
                offset += length;
            }
        }
        if (at < samples.Length)
            throw new InvalidDataException($"is damaged: of its {samples.Length:N0} pictures only {at:N0} have a place");
    }

    private static void Time(Sample[] samples, ReadOnlySpan<byte> body)
    {
        var reader = new TableReader(body, "stts");
        reader.Version();
        var (at, time) = (0, 0L);
        for (var entries = reader.Count(8); entries > 0; entries--)
        {
            var (count, delta) = (reader.UInt32(), reader.UInt32());
            for (; count > 0 && at < samples.Length; count--, at++, time += delta)
                samples[at] = samples[at] with { Decoding = time, Composition = time };
        }
        if (at < samples.Length)
            throw new InvalidDataException($"is damaged: of its {samples.Length:N0} pictures only {at:N0} have a time");
    }

    private static void Compose(Sample[] samples, ReadOnlySpan<byte> body)
    {
        var reader = new TableReader(body, "ctts");
        reader.Version();
        var at = 0;
        for (var entries = reader.Count(8); entries > 0; entries--)
        {
            // Signed also in version 0: so QuickTime has it, and no true offset needs the 32nd bit.
            var (count, offset) = (reader.UInt32(), reader.Int32());
            for (; count > 0 && at < samples.Length; count--, at++)
                samples[at] = samples[at] with { Composition = samples[at].Decoding + offset };
        }
    }

    private static void Mark(Sample[] samples, bool hasTable, ReadOnlySpan<byte> body)
    {
        if (!hasTable)
        {
            for (var i = 0; i < samples.Length; i++)
                samples[i] = samples[i] with { IsSync = true };
            return;
        }
        var reader = new TableReader(body, "stss");
        reader.Version();
        for (var entries = reader.Count(4); entries > 0; entries--)
            if (reader.UInt32() is > 0 and var number && number <= samples.Length)
                samples[number - 1] = samples[number - 1] with { IsSync = true };
    }
}
