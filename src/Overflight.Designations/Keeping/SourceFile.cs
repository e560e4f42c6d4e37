namespace Overflight.Designations.Keeping;

/// <summary>A file of a list version, kept as it came.</summary>
/// <param name="Name">The name it came with.</param>
/// <param name="Sha256">SHA-256 of its bytes, small hexadecimal digits; also its name in the store.</param>
/// <param name="Length">Its length, bytes.</param>
public sealed record SourceFile(string Name, string Sha256, long Length);
