using System.IO.Compression;
using System.Text;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

/// <summary>What a test reads: the tracks and the report of one input.</summary>
internal sealed record Reading(List<Track> Tracks, ReadReport Report)
{
    public Track Only => Assert.Single(Tracks);

    public static Reading Of(string text, ReadOptions? options = null) => Of(Encoding.UTF8.GetBytes(text), options);

    public static Reading Of(byte[] bytes, ReadOptions? options = null)
    {
        var tracks = new List<Track>();
        using var stream = new MemoryStream(bytes);
        return new Reading(tracks, TrackFile.Read(stream, "test", options ?? new ReadOptions(), tracks.Add));
    }

    /// <summary>Reads with the bytes coming in at most a few at a time, so that every boundary falls everywhere.</summary>
    public static Reading InPieces(byte[] bytes, int piece, ReadOptions? options = null)
    {
        var tracks = new List<Track>();
        using var stream = new PieceStream(bytes, piece);
        return new Reading(tracks, TrackFile.Read(stream, "test", options ?? new ReadOptions(), tracks.Add));
    }

    public static Reading OfRecorded(string relative)
    {
        var tracks = new List<Track>();
        return new Reading(tracks, TrackFile.Read(Testing.Recorded.PathOf(relative), new ReadOptions(), tracks.Add));
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
