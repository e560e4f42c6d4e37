using Overflight.Tracks;

namespace Overflight.Archive;

/// <summary>A fix with its aircraft and where it came from.</summary>
/// <param name="Aircraft">Whose it is, as far as known at it.</param>
/// <param name="Callsign">The call sign in use at it, or empty.</param>
/// <param name="Fix">The fix; its record is the one in the input.</param>
/// <param name="Input">The number of the input that it came from.</param>
public readonly record struct ArchivedFix(Aircraft Aircraft, string Callsign, Fix Fix, int Input);
