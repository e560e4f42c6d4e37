using System.Globalization;
using Overflight.Misb.Pictures;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Building;

namespace Overflight.Cli.Video.Mux;

/// <summary>Gives each row of metadata its picture, by time. The first row's time is that of the first picture where nothing else says when that was.</summary>
internal sealed class RowPlacer
{
    private const long TimeMask = (1L << 33) - 1;
    private const long MostBytes = 1L << 30;

    private static readonly ItemPath s_time = ItemNames.Find("2")!;

    private readonly PictureSource _source;
    private readonly PictureClock? _ticks;
    private readonly long _firstPts;
    private long _bytes;

    public RowPlacer(PictureSource source, ulong? start)
    {
        _source = source;
        Clock = start is { } given ? PictureClock.FromStart(source, (long)given) : PictureClock.FromStamps(source);
        // Lines of "video klv" state times of the stream that they are from; a copy of it has them too.
        if (start is not null || source.Program is null || !RunsForward(source))
            return;
        _ticks = PictureClock.FromStart(source, 0);
        _firstPts = source.Pictures.Min(p => p.Pts);
    }

    /// <summary>When the pictures were taken; null as long as nothing says so.</summary>
    public PictureClock? Clock { get; private set; }

    public List<PlacedMetadata> Placed { get; } = [];

    /// <summary>Rows before the video.</summary>
    public long Early { get; private set; }

    /// <summary>Rows behind it.</summary>
    public long Late { get; private set; }

    /// <exception cref="RowException">The row cannot be placed.</exception>
    public void Place(MetadataRow row)
    {
        var picture = ByPts(row, out var isOutside);
        if (picture is null && !isOutside)
            picture = ByTime(row);
        if (picture is not { } found)
            return;
        var packet = row.Packet ?? Built(row);
        _bytes += packet.Length;
        if (_bytes > MostBytes)
            throw new InvalidDataException($"the packets take more than {MostBytes >> 20} MB; cut the video into parts");
        Placed.Add(new(found, packet));
    }

    private int? ByTime(MetadataRow row)
    {
        if (Clock is null && row.Time is { } first)
            Clock = PictureClock.FromStart(_source, (long)Math.Min(first, long.MaxValue / 2));
        if (Clock is null)
            throw new RowException(null, row.Seconds is null
                ? "states no time, and no pts that a picture has"
                : "is placed by pts alone, and nothing says when the first picture was taken: give --start TIME");
        var time = row.Seconds is { } seconds ? Clock.First + (long)(seconds * 1_000_000) : row.Time is { } stated ? (long)Math.Min(stated, long.MaxValue / 2)
            : throw new RowException(null, "states no time, and no pts that a picture has");
        var picture = Clock.Nearest(time);
        if (picture is null)
            Count(isEarly: time < Clock.First);
        return picture;
    }

    private byte[] Built(MetadataRow row)
    {
        try
        {
            if (row.Time is null)
                row.Builder!.Set(s_time, (Clock!.First + (long)(row.Seconds!.Value * 1_000_000)).ToString(CultureInfo.InvariantCulture));
            return row.Builder!.Build();
        }
        catch (KlvRangeException error)
        {
            throw new RowException(null, error.Message);
        }
    }

    private int? ByPts(MetadataRow row, out bool isOutside)
    {
        isOutside = false;
        if (row.Pts is not { } pts || _ticks is null)
            return null;
        // The times have wrapped or not: the nearer way round is meant.
        var ticks = (pts - _firstPts + TimeMask / 2 & TimeMask) - TimeMask / 2;
        var micros = ticks * 100 / 9;
        if (_ticks.Nearest(micros) is { } picture)
            return picture;
        isOutside = row.Time is null;
        if (isOutside)
            Count(isEarly: micros < 0);
        return null;
    }

    private void Count(bool isEarly)
    {
        Early += isEarly ? 1 : 0;
        Late += isEarly ? 0 : 1;
    }

    // A stream with a time twice cannot be told by it.
    private static bool RunsForward(PictureSource source)
    {
        for (var i = 1; i < source.Pictures.Count; i++)
            if (source.Pictures[i].Dts <= source.Pictures[i - 1].Dts)
                return false;
        return true;
    }
}
