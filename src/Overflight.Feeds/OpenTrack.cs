using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>The fixes of one aircraft while its file is still being read.</summary>
internal sealed class OpenTrack(TrackBuilder builder)
{
    public TrackBuilder Builder { get; } = builder;

    /// <summary>The collector's count of fixes when this aircraft was last heard.</summary>
    public long LastHeard { get; set; }

    /// <summary>How many fixes at the builder's start were handed on before, with the part that they end.</summary>
    public int Carried { get; set; }

    /// <summary>Whether <see cref="Last"/> holds anything.</summary>
    public bool HasLast { get; set; }

    /// <summary>The last fix added, in the file's order.</summary>
    public Fix Last { get; set; }
}
