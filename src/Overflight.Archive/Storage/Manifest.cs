using System.Security.Cryptography;
using System.Text.Json;
using Overflight.Storage;

namespace Overflight.Archive.Storage;

/// <summary>
/// What the archive holds. It is replaced as a whole by a rename: that rename is the instant of a commit, and a reader sees the
/// archive before it or after it, never between.
/// </summary>
internal sealed record Manifest
{
    public const string CurrentFormat = "overflight/archive/1";

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public string Format { get; init; } = CurrentFormat;

    /// <summary>Counts commits.</summary>
    public long Generation { get; init; }

    /// <summary>How many inputs were ingested; the next one's number.</summary>
    public int Inputs { get; init; }

    /// <summary>Files that list the inputs, in the order of their numbers.</summary>
    public IReadOnlyList<InputFile> InputFiles { get; init; } = [];

    /// <summary>Data files, by name.</summary>
    public IReadOnlyList<DataFile> Files { get; init; } = [];

    /// <summary>Files that a compaction replaced and that a reader may still be reading.</summary>
    public IReadOnlyList<string> Retired { get; init; } = [];

    /// <summary>SHA-256 of this manifest written with an empty check.</summary>
    public string Check { get; init; } = "";

    /// <summary>A file of inputs.</summary>
    /// <param name="Name">Its name below the archive's folder.</param>
    /// <param name="First">Number of its first input.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Sha256">Of its bytes.</param>
    internal sealed record InputFile(string Name, int First, int Count, string Sha256);

    /// <summary>The manifest of an archive; an empty one where there is none yet.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another format.</exception>
    public static Manifest Read(ArchiveLayout layout)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(layout.Manifest);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Manifest();
        }
        try
        {
            var manifest = JsonSerializer.Deserialize<Manifest>(bytes, s_json) ?? throw new InvalidDataException($"{layout.Manifest}: empty");
            if (manifest.Format != CurrentFormat)
                throw new InvalidDataException($"{layout.Manifest}: format \"{manifest.Format}\" is not {CurrentFormat}");
            // Written again it must be the same bytes: a reader of JSON is lenient where a bit has changed.
            return manifest.Check == CheckOf(manifest) && bytes.AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(manifest, s_json)) ? manifest : throw new InvalidDataException($"{layout.Manifest}: damaged, its check does not fit what it says");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{layout.Manifest}: damaged at line {error.LineNumber + 1}: {error.Message}");
        }
    }

    /// <summary>Makes this the archive's manifest.</summary>
    public void Commit(ArchiveLayout layout) => DurableFile.Write(
        layout.Manifest,
        Path.Combine(layout.Temporary, "manifest.json"),
        JsonSerializer.SerializeToUtf8Bytes(this with { Check = CheckOf(this) }, s_json));

    private static string CheckOf(Manifest manifest) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(manifest with { Check = "" }, s_json)));
}
