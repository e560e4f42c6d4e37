namespace Overflight.Designations.Reading;

/// <summary>One row of OFAC's comma-separated files.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Offset">Bytes from the file's beginning.</param>
/// <param name="Fields">Its fields; null where the file has <c>-0- </c>.</param>
/// <param name="Fault">Why it cannot be read; null where it can.</param>
/// <param name="IsRecoded">Whether it was no UTF-8 and was read as Latin-1.</param>
internal readonly record struct OfacRow(long Line, long Offset, string?[] Fields, string? Fault, bool IsRecoded);
