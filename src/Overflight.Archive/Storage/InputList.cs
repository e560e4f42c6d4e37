using System.Security.Cryptography;
using System.Text.Json;

namespace Overflight.Archive.Storage;

/// <summary>The inputs of one commit as JSON lines.</summary>
internal static class InputList
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static byte[] ToBytes(IEnumerable<InputRecord> inputs)
    {
        using var memory = new MemoryStream();
        foreach (var input in inputs)
        {
            JsonSerializer.Serialize(memory, input, s_json);
            memory.WriteByte((byte)'\n');
        }
        return memory.ToArray();
    }

    /// <exception cref="InvalidDataException">A list is missing or damaged.</exception>
    public static List<InputRecord> Read(ArchiveLayout layout, Manifest manifest)
    {
        var inputs = new List<InputRecord>(manifest.Inputs);
        foreach (var file in manifest.InputFiles)
        {
            var path = layout.PathOf(file.Name);
            byte[] bytes;
            try
            {
                bytes = File.ReadAllBytes(path);
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                throw new InvalidDataException($"{path}: missing; it lists inputs {file.First} to {file.First + file.Count - 1}");
            }
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Sha256)
                throw new InvalidDataException($"{path}: damaged, its SHA-256 is not the manifest's");
            foreach (var line in bytes.AsSpan().Split((byte)'\n'))
                if (bytes.AsSpan(line) is { Length: > 0 } text)
                    inputs.Add(JsonSerializer.Deserialize<InputRecord>(text, s_json)!);
        }
        return inputs;
    }
}
