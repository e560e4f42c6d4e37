namespace Overflight.Tracks;

/// <summary>A call sign and when the aircraft was first seen to use it.</summary>
/// <param name="From">The first time.</param>
/// <param name="Callsign">The call sign, trimmed.</param>
public readonly record struct CallsignChange(UtcInstant From, string Callsign);
