// Reads a record with the Go project's own transparency log packages (golang.org/x/mod/sumdb/note and tlog), which share no
// code with ours: the checkpoint, tiles of every level, entries, proofs of inclusion and of growth, and a witness's cosignature.
//
// usage: checker DIR VKEY PROOFS [WITNESS_VKEY]
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// folder serves the tiles of a log on disk to the tlog package, which checks each against the tree's hash.
type folder string

func (f folder) Height() int { return height }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(filepath.Join(string(f), path(tile)))
		if os.IsNotExist(err) && tile.W < 1<<height {
			whole := tile
			whole.W = 1 << height
			data, err = os.ReadFile(filepath.Join(string(f), path(whole)))
		}
		if err != nil {
			return nil, err
		}
		all = append(all, data[:tile.W*tlog.HashSize])
	}
	return all, nil
}

// path turns the go.sum database's tile/8/L/N into tlog-tiles' tile/L/N.
func path(tile tlog.Tile) string {
	rest := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
	return "tile/" + strings.Replace(rest, "data/", "entries/", 1)
}

func main() {
	dir, vkey, proofs := os.Args[1], os.Args[2], os.Args[3]
	size, root, text, raw := checkpoint(filepath.Join(dir, "checkpoint"), vkey)
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, folder(dir))
	hashed := entries(dir, size, reader)
	if len(os.Args) > 4 {
		cosignature(raw, text, os.Args[4])
	}
	included, grown := 0, 0
	files, err := filepath.Glob(filepath.Join(proofs, "*"))
	check(err, proofs)
	for _, file := range files {
		data, err := os.ReadFile(file)
		check(err, file)
		if strings.HasSuffix(file, ".tlog-proof") {
			inclusion(string(data), vkey)
			included++
		} else if strings.HasSuffix(file, ".growth") {
			growth(string(data), vkey, size, root, reader)
			grown++
		}
	}
	fmt.Printf("size %d, entries %d, inclusion proofs %d, growth proofs %d\n", size, hashed, included, grown)
}

// checkpoint verifies the note and reads its three lines.
func checkpoint(file, vkey string) (int64, tlog.Hash, string, []byte) {
	data, err := os.ReadFile(file)
	check(err, file)
	size, root, text := head(data, vkey)
	return size, root, text, data
}

func head(data []byte, vkey string) (int64, tlog.Hash, string) {
	verifier, err := note.NewVerifier(vkey)
	check(err, "vkey")
	opened, err := note.Open(data, note.VerifierList(verifier))
	check(err, "checkpoint")
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		fail("the origin is %q", lines[0])
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err, "size")
	root, err := tlog.ParseHash(lines[2])
	check(err, "root")
	return size, root, opened.Text
}

// entries hashes every entry of every bundle and compares it with the leaf hash that the tree's hash vouches for.
func entries(dir string, size int64, reader tlog.HashReader) int64 {
	var done int64
	for first := int64(0); first < size; first += 1 << height {
		width := size - first
		if width > 1<<height {
			width = 1 << height
		}
		tile := tlog.Tile{H: height, L: -1, N: first >> height, W: int(width)}
		data, err := os.ReadFile(filepath.Join(dir, path(tile)))
		check(err, path(tile))
		var indexes []int64
		var hashes []tlog.Hash
		for i := int64(0); i < width; i++ {
			length := int(binary.BigEndian.Uint16(data))
			hashes = append(hashes, tlog.RecordHash(data[2:2+length]))
			indexes = append(indexes, tlog.StoredHashIndex(0, first+i))
			data = data[2+length:]
			done++
		}
		if len(data) > 0 {
			fail("%s has %d bytes too many", path(tile), len(data))
		}
		stored, err := reader.ReadHashes(indexes)
		check(err, "tiles")
		for i := range stored {
			if stored[i] != hashes[i] {
				fail("entry %d does not hash to its leaf", first+int64(i))
			}
		}
	}
	return done
}

// inclusion checks a .tlog-proof with its entry in the extra line.
func inclusion(text, vkey string) {
	cut := strings.Index(text, "\n\n")
	size, root, _ := head([]byte(text[cut+2:]), vkey)
	lines := strings.Split(text[:cut], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		fail("the proof begins with %q", lines[0])
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	check(err, "extra")
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check(err, "index")
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		check(err, "hash")
		proof = append(proof, hash)
	}
	check(tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entry)), fmt.Sprintf("inclusion of %d in %d", index, size))
	if len(proof) > 0 {
		proof[0][3] ^= 1
		if tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entry)) == nil {
			fail("a changed proof of %d was taken", index)
		}
	}
}

// growth checks a consistency proof in the form of tlog-witness's request, and that Go makes the same one from our tiles.
func growth(text, vkey string, size int64, root tlog.Hash, reader tlog.HashReader) {
	cut := strings.Index(text, "\n\n")
	lines := strings.Split(text[:cut], "\n")
	old, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "old "), 10, 64)
	check(err, "old")
	var proof tlog.TreeProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		check(err, "hash")
		proof = append(proof, hash)
	}
	if old == 0 || old == size {
		if len(proof) > 0 {
			fail("growth from %d to %d needs no hashes", old, size)
		}
		return
	}
	oldRoot, err := tlog.TreeHash(old, reader)
	check(err, "old root")
	check(tlog.CheckTree(proof, size, root, old, oldRoot), fmt.Sprintf("growth from %d to %d", old, size))
	made, err := tlog.ProveTree(size, old, reader)
	check(err, "prove")
	if fmt.Sprint(made) != fmt.Sprint(proof) {
		fail("Go proves growth from %d to %d otherwise", old, size)
	}
}

// cosignature checks a tlog-cosignature by hand: this version of the note package does not know them.
func cosignature(raw []byte, text, vkey string) {
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	check(err, "witness key")
	if key[0] != 4 {
		fail("the witness's key is of type %d", key[0])
	}
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	for _, line := range bytes.Split(raw, []byte("\n")) {
		words := strings.Split(string(line), " ")
		if len(words) != 3 || words[0] != "\u2014" || words[1] != parts[0] {
			continue
		}
		signature, err := base64.StdEncoding.DecodeString(words[2])
		check(err, "cosignature")
		if !bytes.Equal(signature[:4], id[:4]) {
			continue
		}
		time := binary.BigEndian.Uint64(signature[4:])
		if !ed25519.Verify(key[1:], []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)), signature[12:]) {
			fail("the cosignature is false")
		}
		return
	}
	fail("no cosignature of %s", parts[0])
}

func check(err error, what string) {
	if err != nil {
		fail("%s: %v", what, err)
	}
}

func fail(format string, values ...interface{}) {
	fmt.Fprintf(os.Stderr, format+"\n", values...)
	os.Exit(1)
}
