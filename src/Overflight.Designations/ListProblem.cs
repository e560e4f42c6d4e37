namespace Overflight.Designations;

/// <summary>Something in a source that could not be read as it stands.</summary>
/// <param name="Source">The file's name.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Offset">Bytes from the file's beginning to that line; -1 where the format tells lines only.</param>
/// <param name="Field">The column or element.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="IsRejected">Whether the row or element was left out; otherwise it was read all the same.</param>
public sealed record ListProblem(string Source, long Line, long Offset, string Field, string Message, bool IsRejected)
{
    /// <summary>Place and message in one line.</summary>
    public override string ToString() => $"{Source}:{Line}{(Offset >= 0 ? $" (byte {Offset})" : "")}{(Field.Length > 0 ? $", {Field}" : "")}: {Message}";
}
