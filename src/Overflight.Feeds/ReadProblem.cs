namespace Overflight.Feeds;

/// <summary>One thing in an input that could not be read, and where it stands.</summary>
/// <param name="File">The input's name.</param>
/// <param name="Offset">Where, in decompressed bytes from the start, or −1 where not known.</param>
/// <param name="Record">Which row or element, from 0, or −1.</param>
/// <param name="Field">The column, member or element concerned; empty where it is the whole record.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record ReadProblem(string File, long Offset, long Record, string Field, string Message);
