namespace Overflight.Mavlink.Protocols.Files;

/// <summary>An entry of a folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Bytes; null: it is a folder.</param>
public sealed record FtpEntry(string Name, long? Size);
