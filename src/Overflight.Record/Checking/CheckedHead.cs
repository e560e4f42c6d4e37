using Overflight.Record.Notes;

namespace Overflight.Record.Checking;

/// <summary>An older or present checkpoint, compared with the tree that the entries make.</summary>
/// <param name="Head">The head.</param>
/// <param name="Source">Where it is from: a file's path.</param>
/// <param name="WitnessedAt">The latest time that a verified or stated cosignature gives; null without one.</param>
/// <param name="Agrees">Whether the entries make its root.</param>
public sealed record CheckedHead(Checkpoint Head, string Source, DateTimeOffset? WitnessedAt, bool Agrees);
