namespace Overflight.Cli.Video.Mux;

/// <summary>A row of metadata that cannot be used; the reading goes on behind it.</summary>
internal sealed class RowException(string? column, string message) : Exception(message)
{
    /// <summary>The column or item; null where the row as a whole is meant.</summary>
    public string? Column { get; } = column;
}
