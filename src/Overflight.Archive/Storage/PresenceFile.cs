namespace Overflight.Archive.Storage;

/// <summary>
/// What was worked out beforehand of one data file – the passages through each State's airspace – as the manifest knows it. It
/// repeats what the data file says: where it is missing, damaged or of other boundaries, the data file is read instead.
/// </summary>
/// <param name="Name">Its name below the archive's folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="HeadSha256">SHA-256 of its head, which holds the checksums of the rest.</param>
/// <param name="SetSha256">The compiled boundary set that it goes by.</param>
internal sealed record PresenceFile(string Name, long Bytes, string HeadSha256, string SetSha256);
