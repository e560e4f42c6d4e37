using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures;

/// <summary>How motion imagery is written.</summary>
public sealed record MotionImageryOptions
{
    /// <summary>How the metadata is carried: synchronous (default) or asynchronous.</summary>
    public KlvCarriage Carriage { get; init; } = KlvCarriage.Synchronous;

    /// <summary>Whether KLV that the source carries already is written too. Default no.</summary>
    public bool KeepsMetadata { get; init; }

    /// <summary>Puts ST 0604 time stamps of this clock into pictures that have none; none if null.</summary>
    public PictureClock? Stamps { get; init; }
}
