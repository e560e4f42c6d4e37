using System.Text;
using Overflight.Notices.Pages;
using Overflight.Record.Packaging;
using Overflight.Storage;

namespace Overflight.Notices.Telling;

/// <summary>Writes what one office gets. It is given that office's copy and nothing else of the notice.</summary>
public static class RecipientFiles
{
    /// <summary>The notice as a web page.</summary>
    public const string Page = "notice.html";

    /// <summary>The notice on paper.</summary>
    public const string Paper = "notice.pdf";

    /// <summary>The entry, and the proof that it is in the log (C2SP tlog-proof).</summary>
    public const string Proof = "notice.tlog-proof";

    /// <summary>What opens the parts that the office is cleared for, as <c>record open --out</c> writes it.</summary>
    public const string Disclosures = "disclosures.json";

    /// <summary>Entry, proof, checkpoint and disclosures with a verifier that runs in any browser.</summary>
    public const string Package = "evidence.zip";

    /// <summary>Languages of page and paper, by their codes (BCP 47).</summary>
    public static IReadOnlyCollection<string> Languages { get; } = [.. NoticeWords.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Writes them, each whole or not at all, readable by their owner only.</summary>
    /// <param name="folder">The office's folder; made where there is none.</param>
    /// <param name="copy">The office's copy.</param>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="evidence">Writes the evidence package with these disclosures.</param>
    public static void Write(string folder, NoticeCopy copy, string language, Action<DisclosureFile, Stream> evidence)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(evidence);
        var words = NoticeWords.All[language];
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var opened = new DisclosureFile(copy.Proof.Index, copy.Allowed);
        Put(Proof, Encoding.UTF8.GetBytes(copy.Proof.ToString()));
        Put(Disclosures, opened.ToJson());
        using (var zip = new MemoryStream())
        {
            evidence(opened, zip);
            Put(Package, zip.ToArray());
        }
        using (var text = new StringWriter())
        {
            NoticeHtml.Write(text, copy, words);
            Put(Page, Encoding.UTF8.GetBytes(text.ToString()));
        }
        Put(Paper, NoticePdf.Write(copy, words));

        void Put(string name, byte[] bytes) => DurableFile.WritePrivate(Path.Combine(folder, name), Path.Combine(folder, name + ".part"), bytes);
    }
}
