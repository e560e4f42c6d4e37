using Overflight.Misb.Pictures.Elementary;
using Overflight.Misb.Pictures.Mp4;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures;

/// <summary>
/// A video in a file, read picture by picture in decoding order without being decoded: a transport stream, an elementary stream of
/// H.264, H.265 or MPEG-2, or an MP4 or MOV file. Its times are known before it is read.
/// </summary>
public abstract class PictureSource : IDisposable
{
    /// <summary>The most pictures of a video: five days at 30 a second.</summary>
    internal const int MostPictures = 12_960_000;

    /// <summary>The most bytes of a picture.</summary>
    internal const int MostPictureBytes = 64 << 20;

    /// <summary>The stream type that the video has in a transport stream: 0x02 MPEG-2, 0x1B H.264, 0x24 H.265.</summary>
    public abstract byte StreamType { get; }

    /// <summary>The pictures in decoding order.</summary>
    public abstract IReadOnlyList<CodedPicture> Pictures { get; }

    /// <summary>The programme of a transport stream; null for any other source.</summary>
    public virtual TsProgram? Program => null;

    /// <summary>The video as its transport stream declares it; null for any other source.</summary>
    public virtual TsStreamInfo? Stream => null;

    /// <summary>Opens a video, recognised by its content.</summary>
    /// <param name="path">A file that can be read more than once.</param>
    /// <param name="framesPerSecond">The rate of an elementary stream; null for the one that it states. Other sources have times of their own.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds no video that can be read here; the message says why, and what would help.</exception>
    public static PictureSource Open(string path, Rate? framesPerSecond = null)
    {
        var head = new byte[1 << 16];
        using (var file = File.OpenRead(path))
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.Length == 0)
            throw new InvalidDataException("is empty");
        if (BoxReader.IsMp4(head))
            return Mp4Pictures.Open(path);
        return ElementaryKind.Of(head) is { } streamType ? ElementaryPictures.Open(path, streamType, framesPerSecond) : TsPictures.Open(path);
    }

    /// <summary>Hands on every picture in decoding order.</summary>
    /// <param name="onPicture">Takes the pictures.</param>
    /// <param name="onKlv">Takes the KLV that a transport stream carries beside its video, in its place; nobody if null.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract void Read(PictureHandler onPicture, KlvHandler? onKlv = null);

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
