using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Takes a position whose message came before the aircraft's place was established; <see cref="Fix.Record"/> and
/// <see cref="Fix.Time"/> are the message's own.
/// </summary>
/// <param name="address">Whose.</param>
/// <param name="fix">The fix.</param>
public delegate void LateFixSink(AircraftAddress address, in Fix fix);
