namespace Overflight.Mavlink.Protocols.Logs;

/// <summary>A log of a vehicle.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Time">When it began; null: not known.</param>
/// <param name="Size">Bytes.</param>
public sealed record FlightLog(ushort Id, DateTimeOffset? Time, uint Size);
