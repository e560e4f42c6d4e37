namespace Overflight.Record.Storage;

/// <summary>What a crash had left, and opening the log mended.</summary>
/// <param name="Replayed">Entries that were durable in the journal only.</param>
/// <param name="DroppedBytes">Bytes of a write that was never acknowledged.</param>
public sealed record LogRecovery(long Replayed, long DroppedBytes);
