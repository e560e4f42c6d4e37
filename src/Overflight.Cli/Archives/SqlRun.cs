using Overflight.Archive;
using Overflight.Archive.Sql;
using Overflight.Cli.Running;

namespace Overflight.Cli.Archives;

/// <summary>Answers with the rows of an SQL statement.</summary>
internal static class SqlRun
{
    public static int Run(FixArchive archive, string sql, string format, string? path)
    {
        if (format == "geojson")
            throw new UserError("--sql answers as text, json or csv; its rows have no known place");
        using var session = new ArchiveSql(archive);
        try
        {
            using var reader = session.Query(sql);
            using var output = new AnswerOutput(format, path);
            output.Writer.Begin([.. Enumerable.Range(0, reader.FieldCount).Select(i => new AnswerColumn(reader.GetName(i), reader.GetName(i)))]);
            var rows = 0L;
            for (; reader.Read(); rows++)
                output.Writer.Row([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))], []);
            return QueryRun.Finish(output, new AnswerSummary("rows", rows, null, archive.Fixes, 0, [.. session.Damaged.Values]));
        }
        catch (SqlRefusedException error)
        {
            throw new UserError($"--sql: {error.Message}");
        }
    }
}
