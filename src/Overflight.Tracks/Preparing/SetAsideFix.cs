using Overflight.Tracks.Integrity;

namespace Overflight.Tracks.Preparing;

/// <summary>A fix that was set aside.</summary>
/// <param name="Index">Its index in the flight's track.</param>
/// <param name="Reason">Why.</param>
/// <param name="Radius">Its radius, for saying what the verdict would be with it.</param>
public readonly record struct SetAsideFix(int Index, RejectionReason Reason, PositionRadius Radius);
