using System.Text;

namespace Overflight.Record.Packaging;

/// <summary>The independent verifier as a page that holds its package's files, so that opening it is enough.</summary>
internal static class EvidencePage
{
    /// <summary>The verifier's text.</summary>
    public static byte[] Verifier { get; } = Resource("verify.mjs");

    /// <summary>The page of a package; attachments beyond a size are named without their bytes.</summary>
    public static byte[] Of(IReadOnlyDictionary<string, byte[]> files, IEnumerable<(string Name, string Path)> attachments, long mostBytes)
    {
        var json = new StringBuilder("{");
        foreach (var (name, bytes) in files)
            Member(json, name, Convert.ToBase64String(bytes));
        foreach (var (name, path) in attachments)
        {
            var length = new FileInfo(path).Length;
            mostBytes -= length;
            Member(json, name, mostBytes >= 0 ? Convert.ToBase64String(File.ReadAllBytes(path)) : null);
        }
        json.Append('}');
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Resource("verify.template.html"))
            .Replace("/*VERIFIER*/", Encoding.UTF8.GetString(Verifier), StringComparison.Ordinal)
            .Replace("/*FILES*/", json.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Names are made by us and base64 holds nothing to escape: no character of either has a meaning to JSON or HTML.</summary>
    private static void Member(StringBuilder json, string name, string? base64)
    {
        if (json.Length > 1)
            json.Append(',');
        json.Append('"').Append(name).Append("\":").Append(base64 is null ? "null" : $"\"{base64}\"");
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(EvidencePage).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
