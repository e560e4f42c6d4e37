using ParquetSharp;
using ParquetSharp.Schema;

namespace Overflight.Archive.Columns;

/// <summary>One column of the archive's files: its Parquet type and encoding, and how rows get there and back.</summary>
/// <param name="name">The column's name in the file.</param>
internal abstract class FixColumn(string name)
{
    /// <summary>The column's name in the file.</summary>
    public string Name { get; } = name;

    /// <summary>The column in the file's schema.</summary>
    public abstract Node Node();

    /// <summary>Sets the column's encoding.</summary>
    public abstract void Configure(WriterPropertiesBuilder builder);

    /// <summary>Writes rows, in the order given.</summary>
    public abstract void Write(ColumnWriter writer, FixTable table, TextPool texts, ReadOnlySpan<int> rows, ColumnScratch scratch);

    /// <summary>Reads a whole column chunk into the first rows of a table.</summary>
    /// <exception cref="InvalidDataException">The chunk holds another number of values.</exception>
    public abstract void Read(ColumnReader reader, FixTable table, TextPool texts, int count, ColumnScratch scratch);

    /// <summary>Whether none of these rows has anything in this column, so that nobody need read it.</summary>
    public virtual bool IsEmpty(FixTable table, ReadOnlySpan<int> rows) => false;

    /// <summary>Makes the first rows of a table as reading an empty chunk would.</summary>
    public virtual void Clear(FixTable table, int count)
    {
    }

    /// <summary>Reads all values of a required column.</summary>
    protected void ReadRequired<T>(ColumnReader reader, Span<T> values)
        where T : unmanaged
    {
        var typed = (ColumnReader<T>)reader;
        for (var done = 0; done < values.Length;)
        {
            typed.ReadBatch(values.Length - done, values[done..], out var read);
            if (read == 0)
                throw Short(done, values.Length);
            done += (int)read;
        }
    }

    /// <summary>Reads all values of an optional column: levels for every row, values for those that have one.</summary>
    protected int ReadOptional<T>(ColumnReader reader, Span<short> levels, Span<T> values)
        where T : unmanaged
    {
        var typed = (ColumnReader<T>)reader;
        int rows = 0, present = 0;
        while (rows < levels.Length)
        {
            var read = (int)typed.ReadBatch(levels.Length - rows, levels[rows..], [], values[present..], out var valuesRead);
            if (read == 0)
                throw Short(rows, levels.Length);
            rows += read;
            present += (int)valuesRead;
        }
        return present;
    }

    /// <summary>That the chunk holds fewer values than rows.</summary>
    protected InvalidDataException Short(int got, int wanted) => new($"column {Name} ends after {got} of {wanted} values");
}
