namespace Overflight.Cli.Video.Mux;

/// <summary>Reads rows of metadata.</summary>
internal interface IRowSource
{
    /// <summary>Reads all rows.</summary>
    /// <param name="take">Takes a row; what it holds may be used again for the next.</param>
    /// <param name="refuse">Takes what is wrong with a row, and its line.</param>
    void Read(Action<MetadataRow> take, Action<long, RowException> refuse);
}
