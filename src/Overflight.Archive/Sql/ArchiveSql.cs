using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Overflight.Archive.Reading;

namespace Overflight.Archive.Sql;

/// <summary>
/// DuckDB over the archive's files: the view <c>fixes</c>, which is their columns and the <c>day</c>, and the table <c>inputs</c>.
/// Read-only: one SELECT statement, and no other file can be reached.
/// </summary>
public sealed class ArchiveSql : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly Dictionary<string, string> _damaged = [];

    /// <summary>Opens the view. Files that are torn are left out of it; what is within their pages is DuckDB's to check.</summary>
    /// <exception cref="InvalidDataException">The archive holds no file that can be read.</exception>
    public ArchiveSql(FixArchive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _connection.Open();
        var files = new List<string>();
        foreach (var file in archive.Manifest.Files)
        {
            try
            {
                DataFileReader.Open(archive.Layout, file).Dispose();
                files.Add(Quoted(archive.Layout.PathOf(file.Name)));
            }
            catch (DamagedFileException error)
            {
                _damaged.Add(error.File, error.Message);
            }
        }
        if (files.Count == 0)
            throw new InvalidDataException($"{archive.Layout.Folder}: the archive holds no fixes that can be read");
        var list = string.Join(',', files);
        // Times are UTC, here and in what is printed.
        Execute("set timezone = 'UTC'");
        Execute($"create view fixes as select * from read_parquet([{list}], hive_partitioning = true, hive_types = {{'day': date}})");
        Execute("create table inputs (number integer, name varchar, sha256 varchar, bytes bigint, format varchar, fixes bigint, rejected bigint, complete boolean)");
        using (var appender = _connection.CreateAppender("inputs"))
            foreach (var input in archive.Inputs)
                appender.CreateRow().AppendValue(input.Number).AppendValue(input.Name).AppendValue(input.Sha256).AppendValue(input.Bytes)
                    .AppendValue(input.Format).AppendValue(input.Fixes).AppendValue(input.Rejected).AppendValue(input.IsComplete).EndRow();
        Execute($"set allowed_paths = [{list}]");
        Execute("set enable_external_access = false");
        Execute("set lock_configuration = true");
    }

    /// <summary>Files that were left out, each with what showed the damage.</summary>
    public IReadOnlyDictionary<string, string> Damaged => _damaged;

    /// <summary>Runs one SELECT statement (or VALUES, FROM, DESCRIBE, SUMMARIZE).</summary>
    /// <exception cref="SqlRefusedException">It is none, or DuckDB refuses it.</exception>
    public DbDataReader Query(string sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        try
        {
            RefuseOthers(sql);
            using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The statement is the user's own; what it may do is limited above.
            command.CommandText = sql;
#pragma warning restore CA2100
            return command.ExecuteReader();
        }
        catch (DuckDBException error)
        {
            throw new SqlRefusedException(error.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>DuckDB's own parser tells a SELECT from anything else: it turns only those into JSON.</summary>
    private void RefuseOthers(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "select json_serialize_sql($1::varchar)";
        command.Parameters.Add(new DuckDBParameter(sql));
        using var answer = JsonDocument.Parse(Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!);
        if (answer.RootElement.GetProperty("error").GetBoolean())
        {
            var message = answer.RootElement.GetProperty("error_message").GetString()!;
            throw new SqlRefusedException(answer.RootElement.GetProperty("error_type").GetString() == "parser" ? message : "only a SELECT statement is run here");
        }
        if (answer.RootElement.GetProperty("statements").GetArrayLength() != 1)
            throw new SqlRefusedException("one statement at a time");
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Made of the archive's own paths, quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string Quoted(string path) => "'" + path.Replace("'", "''", StringComparison.Ordinal) + "'";
}
