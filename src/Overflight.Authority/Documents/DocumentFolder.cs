using System.Security.Cryptography;

namespace Overflight.Authority.Documents;

/// <summary>A folder of documents, a JSON file each; below it, at any depth.</summary>
public static class DocumentFolder
{
    /// <summary>The most files that are read.</summary>
    public const int MostFiles = 100_000;

    /// <summary>Reads all documents of a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>The documents that could be read, and what is wrong with the others: file and reason.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static (DocumentSet Documents, IReadOnlyList<string> Problems) Read(string path)
    {
        var documents = new List<AuthorityDocument>();
        var problems = new List<string>();
        var seen = new Dictionary<(string, string, int), string>();
        foreach (var file in Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (documents.Count + problems.Count >= MostFiles)
            {
                problems.Add($"{path}: has more than {MostFiles:N0} files; the others were not read");
                break;
            }
            try
            {
                var document = ReadFile(file);
                if (seen.TryAdd((document.Kind, document.Id, document.Version), file))
                    documents.Add(document);
                else
                    problems.Add($"{file}: {document.Citation} is in {seen[(document.Kind, document.Id, document.Version)]} already; a change is a new version");
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                problems.Add($"{file}: {error.Message}");
            }
        }
        var set = new DocumentSet(documents);
        return (set, [.. problems, .. set.Contradictions]);
    }

    /// <summary>Reads one document.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static AuthorityDocument ReadFile(string file)
    {
        if (new FileInfo(file).Length > AuthorityJson.MostBytes)
            throw new InvalidDataException($"is larger than {AuthorityJson.MostBytes >> 20} MB");
        var bytes = File.ReadAllBytes(file);
        return AuthorityJson.Read(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
