using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Watching;

/// <summary>What an aircraft near a region has been doing for a while and still does.</summary>
/// <param name="Kind">What it is, by the word that files use for it.</param>
/// <param name="Since">Since when.</param>
/// <param name="Centre">About which place.</param>
/// <param name="Words">In words that follow the aircraft's name.</param>
public sealed record WatchedBehaviour(string Kind, UtcInstant Since, GeoPoint Centre, string Words);
