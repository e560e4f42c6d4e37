using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Takes fixes one by one, as they are read.</summary>
/// <param name="aircraft">Whose, as far as known at this fix.</param>
/// <param name="callsign">The call sign in use at this fix, or empty.</param>
/// <param name="fix">The fix.</param>
public delegate void FixSink(Aircraft aircraft, string callsign, in Fix fix);
