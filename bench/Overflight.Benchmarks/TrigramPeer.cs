using Microsoft.Data.Sqlite;
using Overflight.Designations.Search;

namespace Overflight.Benchmarks;

/// <summary>SQLite's full-text index FTS5 with its trigram tokenizer, in memory: names that have any trigram of the query, ranked by bm25.</summary>
internal sealed class TrigramPeer : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _search;

    public TrigramPeer(IReadOnlyList<SearchableEntry> entries)
    {
        _connection.Open();
        using (var create = _connection.CreateCommand())
        {
            create.CommandText = "CREATE VIRTUAL TABLE names USING fts5(name, id UNINDEXED, tokenize = 'trigram')";
            create.ExecuteNonQuery();
        }
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO names VALUES ($name, $id)";
        var name = insert.Parameters.Add("$name", SqliteType.Text);
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        foreach (var entry in entries)
        {
            foreach (var listed in entry.Names)
            {
                name.Value = string.Join(' ', NameText.TokensOf(listed.Text));
                id.Value = entry.Entry.Id;
                insert.ExecuteNonQuery();
            }
        }
        transaction.Commit();
        _search = _connection.CreateCommand();
        _search.CommandText = "SELECT id FROM names WHERE names MATCH $query ORDER BY rank LIMIT $most";
        _search.Parameters.Add("$query", SqliteType.Text);
        _search.Parameters.Add("$most", SqliteType.Integer);
    }

    public List<string> Search(string query, int most)
    {
        var text = string.Join(' ', NameText.TokensOf(query));
        var trigrams = Enumerable.Range(0, Math.Max(text.Length - 2, 0)).Select(i => text.Substring(i, 3)).Distinct().Select(trigram => $"\"{trigram.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        _search.Parameters["$query"].Value = string.Join(" OR ", trigrams);
        _search.Parameters["$most"].Value = most;
        var found = new List<string>();
        if (text.Length < 3)
            return found;
        using var reader = _search.ExecuteReader();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return found;
    }

    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }
}
